import { beforeAll, describe, expect, test } from 'vitest'
import { organisationAudience, type SearchDocument } from '../../../app/domain/search/search.ts'
import { builtInSearch } from '../../../app/integrations/search-builtin.server.ts'
import { dialect, rows, transaction } from '../../../db/client.ts'

const document = (nounId: string, given: Partial<SearchDocument>): SearchDocument => ({
  noun: 'need',
  nounId,
  title: nounId,
  body: '',
  number: null,
  status: 'submitted',
  belongsTo: '',
  audience: ['public'],
  path: `/needs/${nounId}`,
  at: new Date('2026-05-12'),
  ...given,
})

// The built-in engine is SQLite's own; with PostgreSQL, Meilisearch does this work.
describe.runIf(dialect === 'sqlite')('built-in search', () => {
  const engine = builtInSearch({ rows, transaction })
  const find = async (words: string, audience = ['public'], noun?: 'need' | 'problem') => {
    const answer = await engine.search({ words, audience, noun, limit: 10, offset: 0 })
    return answer.hits.map((hit) => hit.nounId)
  }

  beforeAll(async () => {
    await engine.put([
      document('miljo', {
        title: 'Säkra behandlingsmiljöer för hälsodata',
        body: 'Regionen vill träna modeller.',
        number: '2026-0311',
      }),
      document('metadata', {
        title: 'Metadata saknas',
        body: 'Ingen vet vilka datamängder som finns i kommunen.',
        belongsTo: 'Ekvalla kommun',
      }),
      document('problem', {
        noun: 'problem',
        title: 'Hitta datamängder',
        body: 'Behörigheter och datamängder.',
        number: '21',
      }),
      document('dold', { title: 'Hemligt behov om datamängder', audience: ['restricted', organisationAudience('a1')] }),
    ])
  })

  test.each([
    ['säkra behandlingsmiljön', ['miljo']],
    ['behandlingsmiljö', ['miljo']],
    ['behandl', ['miljo']],
    ['miljoer', []],
    ['datamängd', ['problem', 'metadata']],
    ['DATAMÄNGDEN', ['problem', 'metadata']],
    ['2026-0311', ['miljo']],
    ['ekvalla', ['metadata']],
    ['träna modell', ['miljo']],
    ['träna datamängder', []],
    ['" OR *', []],
    ['audience:restricted', []],
  ])('%s finds %j', async (words, expected) => {
    expect(new Set(await find(words))).toEqual(new Set(expected))
  })

  test('what the viewer may not see is neither found nor counted', async () => {
    const open = await engine.search({ words: 'hemligt', audience: ['public'], limit: 10, offset: 0 })
    expect(open).toEqual({ hits: [], counts: {}, meant: null })
    expect(await find('hemligt', ['public', organisationAudience('a1')])).toEqual(['dold'])
    expect(await find('hemligt', ['public', organisationAudience('a2')])).toEqual([])
  })

  test('counts are of each noun, whatever noun is asked for', async () => {
    const answer = await engine.search({
      words: 'datamängder',
      audience: ['public'],
      noun: 'problem',
      limit: 10,
      offset: 0,
    })
    expect(answer.counts).toEqual({ need: 1, problem: 1 })
    expect(answer.hits.map((hit) => hit.nounId)).toEqual(['problem'])
  })

  test('a misspelt word is corrected to one that leads somewhere', async () => {
    const answer = await engine.search({ words: 'datamägnder', audience: ['public'], limit: 10, offset: 0 })
    expect(answer.meant).toBe('datamängder')
  })

  test('a thing that is put again is changed, one that is removed is gone', async () => {
    await engine.put([document('byter', { title: 'Gammal rubrik' })])
    await engine.put([document('byter', { title: 'Ny rubrik' })])
    expect(await find('gammal')).toEqual([])
    expect(await find('ny rubrik')).toEqual(['byter'])
    await engine.remove('need', ['byter'])
    expect(await find('rubrik')).toEqual([])
  })
})
