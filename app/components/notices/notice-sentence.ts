import { sentenceOf } from '~/domain/notices/notice.ts'
import type { Named } from '~/domain/organisations/organisation.ts'
import { paths } from '~/http/paths.ts'
import type { Key } from '~/i18n/catalogue.ts'
import type { Translate } from '~/i18n/translate.ts'

export interface ToldNotice {
  verb: string
  noun: string
  nounId: string
  data: Record<string, string | number>
}

/** The notice as a sentence. */
export function noticeSentence(t: Translate, notice: ToldNotice): string {
  const { of, values, parts } = noticeWords(notice)
  return t(of, { ...values, ...parts })
}

/**
 * The sentence of a notice, what fills it, and apart from that what people called things. What the event did not say
 * stands empty, never as a gap.
 */
export function noticeWords(notice: ToldNotice) {
  return {
    of: `notices.sentences.${sentenceOf(notice)}` as Key,
    values: {
      ...Object.fromEntries(gaps.map((gap) => [gap, notice.data[gap] ?? ''])),
      organisation: namesIn(notice, 'organisation'),
      network: namesIn(notice, 'network'),
      count: Number(notice.data.count ?? 1),
    },
    parts: Object.fromEntries(titles.map((title) => [title, String(notice.data[title] ?? '')])),
  }
}

/** Older notices know the Swedish name alone. */
function namesIn({ data }: ToldNotice, of: 'organisation' | 'network'): Named {
  const name = String(data[of] ?? '')
  return { name, nameEn: String(data[`${of}En`] ?? name) }
}

const titles = ['title', 'before', 'needTitle', 'absorbedTitle', 'newTitle', 'toTitle']

const gaps = ['number', 'registryNumber', 'absorbedNumber', 'newNumber', 'toNumber', 'fileName', 'supersedes']

/** Notices of a need that has to be confirmed, corrected or disowned. */
const asks = ['need.relayed', 'import.relayed']

/** Where the thing is that the notice is about. */
export function noticePath({ noun, nounId, data, verb }: ToldNotice): string {
  const number = Number(data.number)
  if (noun === 'need') return asks.includes(verb) ? paths.needAct(nounId, 'confirmation') : paths.need(nounId)
  // What happens to one's own need stands on its page.
  if (noun === 'problem' && data.needId !== undefined && data.count === 1) return paths.need(String(data.needId))
  if (noun === 'problem') return paths.problem(number)
  if (noun === 'round') return paths.round(number)
  if (noun === 'meeting') return paths.meeting(nounId)
  if (noun === 'decision') return paths.decision(String(data.registryNumber))
  if (noun === 'organisation')
    return paths.needs({ own: '1', unconfirmed: '1', organisation: String(data.organisationKey) })
  if (noun === 'network') return paths.network(String(data.networkKey))
  if (noun === 'import') return paths.import(nounId)
  return paths.notices()
}
