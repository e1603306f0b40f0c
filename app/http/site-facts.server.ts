import { countUnreadNotices } from '../domain/notices/notice-queries.server.ts'
import { isDemonstration } from '../domain/people/demonstration.ts'
import { can } from '../domain/people/permissions.ts'
import { networksOf, type Viewer } from '../domain/people/person.ts'
import { listHeldRoles } from '../domain/people/role-queries.server.ts'
import type { Locale } from '../i18n/format.ts'
import { roleText } from '../i18n/role-text.ts'
import { translator } from '../i18n/translator.server.ts'
import { authority } from './authority.server.ts'

/** What header and footer of every page show of the site and of the viewer. */
export async function siteFacts(viewer: Viewer, locale: Locale) {
  const { shortName, name } = authority(locale)
  const facts = { authority: { shortName, name }, demonstration: isDemonstration() }
  if (viewer.id === null) return { ...facts, viewer: null, unreadNotices: 0 }
  const t = translator(locale)
  const held = await listHeldRoles(viewer.id)
  const labels = held.map((one) => roleText(t, one))
  return {
    ...facts,
    viewer: {
      name: viewer.name,
      role: labels[0] ?? '',
      roles: [...new Set(labels)].map((label) => ({ label })),
      inbox: can(viewer, 'inbox.see'),
      admin: can(viewer, 'person.administer'),
      imports: networksOf(viewer).length > 0 || can(viewer, 'inbox.see'),
    },
    unreadNotices: await countUnreadNotices(viewer),
  }
}
