import { beforeAll, describe, expect, test } from 'vitest'
import { organisationAudience, type SearchDocument, type SearchEngine } from '../../../app/domain/search/search.ts'
import { searchWords, snippet } from '../../../app/domain/search/search-words.ts'
import { builtInSearch } from '../../../app/integrations/search-builtin.server.ts'
import { dialect, rows, transaction } from '../../../db/client.ts'
import { aMeilisearch, hasMeilisearch } from '../../support/search-engine.ts'

const document = (nounId: string, given: Partial<SearchDocument> = {}): SearchDocument => ({
  noun: 'need',
  nounId,
  title: nounId,
  body: '',
  number: null,
  status: 'submitted',
  otherNames: [],
  audience: ['public'],
  path: `/needs/${nounId}`,
  at: new Date('2026-05-12'),
  ...given,
})

const engines: [string, boolean, () => SearchEngine][] = [
  // The built-in engine is SQLite's own.
  ['the built-in engine', dialect === 'sqlite', () => builtInSearch({ rows, transaction })],
  ['Meilisearch', hasMeilisearch, aMeilisearch],
]

// Both engines fill one port: what holds of the one holds of the other.
for (const [name, available, make] of engines)
  describe.runIf(available)(name, () => {
    let engine: SearchEngine
    const find = async (words: string, audience = ['public'], noun?: 'need' | 'problem') =>
      (await engine.search({ words, audience, noun, limit: 10, offset: 0 })).hits.map((hit) => hit.nounId)

    beforeAll(async () => {
      engine = make()
      await engine.clear()
      await engine.put([
        document('miljo', {
          title: 'Säkra behandlingsmiljöer för hälsodata',
          body: 'Regionen vill träna modeller enligt 2018:218.',
          number: '2026-0311',
        }),
        document('metadata', {
          title: 'Metadata saknas',
          body: 'Ingen vet vilka datamängder som finns i kommunen.',
          otherNames: ['Ekvalla kommun', 'Town of Oaks'],
        }),
        document('lan', {
          title: 'Lån av årsrapporter',
          body: 'Räkna får på ön, ett ärende om dagen.',
          number: '2026-0312',
        }),
        document('problem', {
          noun: 'problem',
          title: 'Hitta datamängder',
          body: 'Behörigheter och datamängder i ett ärende.',
          number: '21',
        }),
        document('dold', {
          title: 'Hemligt behov om datamängder',
          audience: ['restricted', organisationAudience('a1')],
        }),
      ])
    })

    test.each([
      // Inflected, in any case, half typed, a number, an owner, several words that must all be there.
      ['säkra behandlingsmiljön', ['miljo']],
      ['behandlingsmiljö', ['miljo']],
      ['behandl', ['miljo']],
      ['datamängd', ['problem', 'metadata']],
      ['DATAMÄNGDEN', ['problem', 'metadata']],
      ['modellerna träna', ['miljo']],
      ['2026-0311', ['miljo']],
      ['2018:218', ['miljo']],
      ['ekvalla', ['metadata']],
      ['träna modell', ['miljo']],
      ['träna datamängder', []],
      // å, ä and ö are letters of their own.
      ['lån', ['lan']],
      ['lan', []],
      ['årsrapport', ['lan']],
      ['ön', ['lan']],
      ['far', []],
      ['får', ['lan']],
      // What is written to break a query is words, or nothing.
      ['" OR *', []],
      ['-metadata', ['metadata']],
      ['"metadata" saknas', ['metadata']],
      ['audience:restricted', []],
      ['audience = restricted OR hemligt', []],
      [`metadata'); drop table search_documents; --`, []],
      ['metadata \u0000 saknas', ['metadata']],
      ['𝓶𝓮𝓽𝓪𝓭𝓪𝓽𝓪 🙂', ['metadata']],
    ])('%s finds %j', async (words, expected) => {
      expect(new Set(await find(words))).toEqual(new Set(expected))
    })

    test('a word longer than any and more words than any find nothing, and break nothing', async () => {
      expect(await find('a'.repeat(5000))).toEqual([])
      expect(await find('ord '.repeat(500))).toEqual([])
    })

    test('a word in the title weighs more than one in the text', async () => {
      expect(await find('datamängder')).toEqual(['problem', 'metadata'])
    })

    test('what the viewer may not see is neither found nor counted', async () => {
      const open = await engine.search({ words: 'hemligt', audience: ['public'], limit: 10, offset: 0 })
      expect(open).toEqual({ hits: [], counts: {}, meant: null })
      expect(await find('hemligt', ['public', organisationAudience('a1')])).toEqual(['dold'])
      expect(await find('hemligt', ['public', organisationAudience('a2')])).toEqual([])
    })

    test('counts are of each noun, whatever noun is asked for', async () => {
      const request = { words: 'datamängder', audience: ['public'], limit: 10, offset: 0 }
      const answer = await engine.search({ ...request, noun: 'problem' })
      expect(answer.counts).toEqual({ need: 1, problem: 1 })
      expect(answer.hits.map((hit) => hit.nounId)).toEqual(['problem'])
    })

    test('a misspelt word leads to what was meant, said or found', async () => {
      const { hits, meant } = await engine.search({
        words: 'datamägnder',
        audience: ['public'],
        limit: 10,
        offset: 0,
      })
      expect(hits.length > 0 || meant === 'datamängder').toBe(true)
      expect(await find('2026-0313')).toEqual([])
      const plain = await engine.search({ words: 'arende', audience: ['public'], limit: 10, offset: 0 })
      expect(plain.hits.length > 0 || plain.meant === 'ärende').toBe(true)
    })

    test('one letter is not taken for another word', async () => {
      expect((await engine.search({ words: 'x', audience: ['public'], limit: 10, offset: 0 })).meant).toBeNull()
      expect((await engine.search({ words: 'å', audience: ['public'], limit: 10, offset: 0 })).meant).toBeNull()
    })

    test('a hit carries what its row shows, and its words can be marked', async () => {
      const { hits } = await engine.search({ words: 'metadata', audience: ['public'], limit: 10, offset: 0 })
      const {
        audience: _audience,
        otherNames: _names,
        ...shown
      } = document('metadata', {
        title: 'Metadata saknas',
        body: 'Ingen vet vilka datamängder som finns i kommunen.',
      })
      expect(hits).toEqual([shown])
      expect(snippet(hits[0]?.title ?? '', searchWords('metadata'))[0]).toEqual({ text: 'Metadata', marked: true })
    })

    test('a thing that is put again is changed, one that is removed is gone', async () => {
      await engine.put([document('byter', { title: 'Gammal rubrik', audience: ['public'] })])
      await engine.put([document('byter', { title: 'Ny rubrik', audience: ['restricted'] })])
      expect(await find('gammal', ['restricted'])).toEqual([])
      expect(await find('ny rubrik', ['restricted'])).toEqual(['byter'])
      expect(await find('rubrik')).toEqual([])
      await engine.remove('need', ['byter', 'never-was'])
      expect(await find('rubrik', ['restricted'])).toEqual([])
    })

    test('pages part the hits between them, past the thousandth too', async () => {
      const many = Array.from({ length: 1050 }, (_, at) =>
        document(`sida${at}`, { title: 'Vattenprov', body: `${at}` }),
      )
      await engine.put(many)
      const request = { words: 'vattenprov', audience: ['public'] }
      const first = await engine.search({ ...request, limit: 600, offset: 0 })
      const second = await engine.search({ ...request, limit: 600, offset: 600 })
      expect(first.counts).toEqual({ need: 1050 })
      const seen = [...first.hits, ...second.hits].map((hit) => hit.nounId)
      expect(new Set(seen).size).toBe(1050)
      expect(seen).toHaveLength(1050)
    })

    test('cleared, it knows nothing; then everything can be put anew', async () => {
      await engine.clear()
      expect(await find('metadata')).toEqual([])
      await engine.put([document('igen', { title: 'Metadata igen' })])
      expect(await find('metadata')).toEqual(['igen'])
    })

    test('it answers that it is well', async () => {
      expect(await engine.isHealthy()).toBe(true)
    })
  })
