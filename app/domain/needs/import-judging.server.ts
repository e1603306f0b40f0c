import type { ImportColumns, RowProblem, RowProblemCode, RowResult } from './import.ts'
import type { RowDraft } from './import-row.ts'
import { differences, type KnownNeed } from './import-record.server.ts'
import type { Need } from './need-record.server.ts'

export interface Judgement {
  result: RowResult
  problems: RowProblem[]
  needId: string | null
}

/** What a row that can be read becomes, beside the need that it is about, if there is one. */
export function judge(draft: RowDraft, need: KnownNeed | undefined, columns: ImportColumns): Judgement {
  if (!need) return { result: draft.missing.length > 0 ? 'bad' : 'new', problems: draft.missing, needId: null }
  const at = (field: string) => Object.entries(columns).find(([, one]) => one === field)?.[0] ?? ''
  const remark = (code: RowProblemCode): RowProblem => ({ column: '', code, value: '' })
  if (need.organisationId !== draft.organisationId)
    return {
      result: 'bad',
      problems: [{ column: at('reference'), code: 'organisationChanged', value: draft.reference }],
      needId: need.id,
    }
  if (need.status === 'withdrawn') {
    const by = need.takenBackByNetwork ? 'withdrawnByNetwork' : 'withdrawnByOrganisation'
    return { result: 'withdrawn', problems: [remark(by)], needId: need.id }
  }
  if (need.relay === 'disowned') return { result: 'disowned', problems: [remark('disownedBefore')], needId: need.id }
  const text = differences(need, draft).length > 0
  const status = statusChanged(need, draft)
  // What the organisation has made its own only it may change; the network's own status still is the network's.
  const takenOver = text && need.relay !== 'unconfirmed'
  const changed = status || (text && !takenOver)
  return {
    result: changed ? 'changed' : 'unchanged',
    problems: takenOver ? [remark('takenOver')] : [],
    needId: need.id,
  }
}

export function statusChanged(need: Need, draft: RowDraft): boolean {
  return draft.status !== '' && need.networkStatus !== draft.status
}
