export const inboxFilters = ['all', 'join', 'new', 'duplicate', 'none'] as const
export type InboxFilter = (typeof inboxFilters)[number]
export const casesPerPage = 20
