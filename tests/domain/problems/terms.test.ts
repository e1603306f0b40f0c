import { desc } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import {
  closeSimilarity,
  freshSimilarity,
  similarityFilled,
} from '../../../app/domain/problems/similarity-index.server.ts'
import { addTerm, changeTerm, removeTerm } from '../../../app/domain/problems/term-commands.server.ts'
import { findTerm, listTerms } from '../../../app/domain/problems/term-queries.server.ts'
import { termFault, tidyTerm } from '../../../app/domain/problems/term.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aNeed } from '../../support/builders-needs.ts'
import { must } from './problem-builders.ts'

beforeAll(async () => {
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  await similarityFilled()
})
afterAll(closeSimilarity)

describe('what a term may be', () => {
  const given = { concept: 'plogbil', sv: ['snöröjare'], en: ['snow plough'] }
  test.each([
    [{}, undefined],
    [{ concept: ' ' }, { code: 'termConceptMissing', params: {} }],
    [
      { sv: [], en: [] },
      { code: 'termFormMissing', params: {} },
    ],
    [{ sv: ['x'] }, { code: 'termFormTooShort', params: { form: 'x', least: 2 } }],
    [{ sv: ['–– !!'] }, { code: 'termFormTooShort', params: { form: '–– !!', least: 2 } }],
    [{ sv: ['a'.repeat(81)] }, { code: 'termFormTooLong', params: { form: 'a'.repeat(40), most: 80 } }],
    [
      { sv: Array.from({ length: 20 }, (_, at) => `form nummer ${at}`) },
      { code: 'termTooManyForms', params: { most: 20 } },
    ],
    // An inflection of a built-in form is that form, in whatever case it is written.
    [{ sv: ['Samtycket'] }, { code: 'termBuiltIn', params: { form: 'Samtycket', concept: 'samtycke' } }],
    [{ sv: ['gdpr'] }, { code: 'termBuiltIn', params: { form: 'gdpr', concept: 'dataskyddsförordningen' } }],
    [{ concept: 'gdpr' }, { code: 'termBuiltIn', params: { form: 'gdpr', concept: 'dataskyddsförordningen' } }],
    // The name of a built-in concept takes more forms.
    [{ concept: 'Samtycke', sv: ['medgivandeblankett'], en: [] }, undefined],
    [{ sv: ['sandbil'] }, { code: 'termTaken', params: { form: 'sandbil', concept: 'sandbilen' } }],
  ])('%j: %j', (change, fault) =>
    expect(termFault(tidyTerm({ ...given, ...change }), [{ concept: 'sandbilen', sv: [], en: ['gritter'] }])).toEqual(
      fault,
    ),
  )
  test('stray spaces and doubled forms go', () =>
    expect(tidyTerm({ concept: ' plog  bil ', sv: ['', 'Plog bil', 'röjare', 'röjare '], en: ['plough'] })).toEqual({
      concept: 'plog bil',
      sv: ['röjare'],
      en: ['plough'],
    }))
})

test('a term that a coordinator adds makes two words one, until it is taken away', async () => {
  const actor = await aCoordinator()
  const need = await aNeed({ title: 'Hjullastare saknas på natten', description: 'Ingen kör då.' })
  const found = async () => {
    await similarityFilled()
    const engine = must(await freshSimilarity())
    return (await engine.similar({ title: 'grävskopa' })).map((one) => one.id)
  }
  expect(await found()).toEqual([])
  const id = await addTerm(actor, { concept: 'hjullastare', sv: ['grävskopa'], en: [] })
  expect(await found()).toEqual([`n:${need.id}`])
  const [event] = await db.select().from(events).orderBy(desc(events.seq)).limit(1)
  expect(event).toMatchObject({ verb: 'term.added', nounId: id, actorId: actor.id })
  expect(await findTerm(anonymous, id)).toMatchObject({ concept: 'hjullastare', addedBy: actor.name, changedAt: null })

  await changeTerm(actor, id, { concept: 'hjullastare', sv: ['grävmaskin'], en: ['wheel loader'] })
  expect(await found()).toEqual([])
  expect(await findTerm(anonymous, id)).toMatchObject({ sv: ['grävmaskin'], changedBy: actor.name })
  await expect(addTerm(actor, { concept: 'grävmaskinen', sv: ['digger'], en: [] })).rejects.toMatchObject({
    code: 'termTaken',
    params: { form: 'grävmaskinen', concept: 'hjullastare' },
  })

  await removeTerm(actor, id)
  expect(await listTerms(anonymous)).toEqual([])
  await expect(removeTerm(actor, id)).rejects.toThrow('not found')
  const somebody = await aRepresentative((await anOrganisation()).id)
  await expect(addTerm(somebody, { concept: 'a', sv: ['b'], en: [] })).rejects.toThrow('not permitted')
  // New threads are started for each change of the list, which a busy machine takes its time for.
}, 90_000)
