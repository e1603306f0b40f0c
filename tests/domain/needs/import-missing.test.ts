import { describe, expect, it, vi } from 'vitest'
import { listMissing } from '../../../app/domain/needs/import-missing.server.ts'
import { aNetwork, aNetworkCoordinator } from '../../support/builders.ts'
import { aCheckedImport, aNetworkWithList, carriedOut, listColumns, undo } from '../../support/imports.ts'
import { undoImport } from '../../../app/domain/needs/import-commands.server.ts'
import { db } from '../../../db/client.ts'

const rows = (name: string, ...references: string[]) =>
  references.map((one) => [one, `Behovet ${one}`, `Texten om ${one} i registret`, name, '', ''])

describe('what a list leaves out of an earlier one', () => {
  it('is found by reference, in as many questions however much it is, and by its own network alone', async () => {
    const { coordinator, network, organisation } = await aNetworkWithList()
    await carriedOut(
      coordinator,
      await aCheckedImport(coordinator, network.id, rows(organisation.name, 'A-1', 'A-2', 'A-3', 'A-4')),
    )
    const questions = async (id: string, limit?: number) => {
      const spy = vi.spyOn(db, 'select')
      const found = await listMissing(coordinator, id, limit)
      const count = spy.mock.calls.length
      spy.mockRestore()
      return { count, total: found?.total, references: found?.needs.map((need) => need.reference) }
    }
    const one = await aCheckedImport(coordinator, network.id, rows(organisation.name, 'A-1', 'A-2', 'A-4'))
    const none = await aCheckedImport(coordinator, network.id, rows(organisation.name, 'B-1'))
    const few = await questions(one)
    expect(few).toMatchObject({ total: 1, references: ['A-3'] })
    expect(await questions(none)).toEqual({ ...few, total: 4, references: ['A-1', 'A-2', 'A-3', 'A-4'] })
    expect(await questions(none, 2)).toEqual({ ...few, total: 4, references: ['A-1', 'A-2'] })
    expect(await questions(none, 0)).toEqual({ ...few, total: 4, references: [] })
    const foreign = await aNetworkCoordinator((await aNetwork()).id)
    expect(await listMissing(foreign, none)).toBeUndefined()
  })

  it('is nothing where the list has no references, and not what an undone import handed over', async () => {
    const { coordinator, network, organisation } = await aNetworkWithList()
    const first = await aCheckedImport(coordinator, network.id, rows(organisation.name, 'A-1', 'A-2'))
    await carriedOut(coordinator, first)
    const { 0: _reference, ...columns } = listColumns
    const nameless = await aCheckedImport(coordinator, network.id, rows(organisation.name, 'B-1'), { columns })
    expect(await listMissing(coordinator, nameless)).toEqual({ total: 0, needs: [] })
    const next = await aCheckedImport(coordinator, network.id, rows(organisation.name, 'B-1'))
    expect(await listMissing(coordinator, next)).toMatchObject({ total: 2 })
    await undoImport(coordinator, first, '')
    await undo(first)
    expect(await listMissing(coordinator, next)).toMatchObject({ total: 0 })
  })
})
