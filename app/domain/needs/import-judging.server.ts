import type { ImportColumns, RowProblem, RowResult } from './import.ts'
import type { RowDraft } from './import-row.ts'
import { differences } from './import-record.server.ts'
import type { Need } from './need-record.server.ts'

export interface Judgement {
  result: RowResult
  problems: RowProblem[]
  needId: string | null
}

/** What a row that can be read becomes, beside the need that it is about, if there is one. */
export function judge(draft: RowDraft, need: Need | undefined, columns: ImportColumns): Judgement {
  if (!need) return { result: draft.missing.length > 0 ? 'bad' : 'new', problems: draft.missing, needId: null }
  const at = (field: string) => Object.entries(columns).find(([, one]) => one === field)?.[0] ?? ''
  const same = (problems: RowProblem[] = []): Judgement => ({ result: 'unchanged', problems, needId: need.id })
  if (need.organisationId !== draft.organisationId)
    return {
      result: 'bad',
      problems: [{ column: at('reference'), code: 'organisationChanged', value: draft.reference }],
      needId: need.id,
    }
  if (need.status === 'withdrawn') return same([{ column: '', code: 'withdrawnBefore', value: '' }])
  const text = differences(need, draft).length > 0
  const status = statusChanged(need, draft)
  // What the organisation has made its own only it may change; the network's own status still is the network's.
  const takenOver = text && need.relay !== 'unconfirmed'
  const problems: RowProblem[] = takenOver ? [{ column: '', code: 'takenOver', value: '' }] : []
  return status || (text && !takenOver) ? { result: 'changed', problems, needId: need.id } : same(problems)
}

export function statusChanged(need: Need, draft: RowDraft): boolean {
  return draft.status !== '' && need.networkStatus !== draft.status
}
