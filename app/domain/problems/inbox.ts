export const inboxFilters = ['all', 'join', 'new', 'duplicate', 'none'] as const
export type InboxFilter = (typeof inboxFilters)[number]
export const casesPerPage = 20
/** What has waited longer stands under a heading of its own. */
export const recentDays = 7
