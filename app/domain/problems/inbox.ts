/** Kinds of suggestion that are about needs that wait, and so stand in the inbox. */
export const inboxKinds = ['join', 'new', 'duplicate'] as const
export const inboxFilters = ['all', ...inboxKinds, 'none'] as const
export type InboxFilter = (typeof inboxFilters)[number]
export const casesPerPage = 20
/** What has waited longer stands under a heading of its own. */
export const recentDays = 7
