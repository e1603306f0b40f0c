/**
 * The search engine that needs no server: FTS5 of SQLite over tokens normalised for Swedish.
 * Source: https://www.sqlite.org/fts5.html
 */
import { type SQL, sql } from 'drizzle-orm'
import { letOthersRun } from '../domain/jobs/turns.ts'
import type { SearchAnswer, SearchDocument, SearchEngine, SearchNoun, SearchRequest } from '../domain/search/search.ts'
import {
  beginnings,
  indexTokens,
  type SearchWord,
  searchWords,
  shortestCorrected,
} from '../domain/search/search-words.ts'
import { editDistance } from '../domain/edit-distance.ts'

interface Connection {
  rows<T>(query: SQL): Promise<T[]>
  transaction<T>(work: () => Promise<T>): Promise<T>
}

interface HitRow {
  noun: SearchNoun
  nounId: string
  title: string
  body: string
  number: string | null
  status: string
  path: string
  at: number
}

/** A title says more than a passage, a number is meant when it is written. Order: title, body, number, audience. */
const weights = sql.raw('8.0, 1.0, 20.0, 0.0')

/** Documents that are written before others have their turn. */
const atOnce = 20

export function builtInSearch({ rows, transaction }: Connection): SearchEngine {
  return {
    async put(documents) {
      await inTurns(documents, putOne)
    },
    async remove(noun, nounIds) {
      await inTurns(nounIds, (nounId) => removeOne(noun, nounId))
    },
    async clear() {
      await transaction(async () => {
        await rows(sql`delete from search_documents`)
        await rows(sql`delete from search_index`)
      })
    },
    search,
    isHealthy() {
      return rows(sql`select count(*) from search_index where search_index match 'samsyn'`).then(
        () => true,
        () => false,
      )
    },
  }

  /** A few in each transaction, and its wait for the disk. */
  async function inTurns<Item>(items: readonly Item[], write: (item: Item) => Promise<void>) {
    for (let from = 0; from < items.length; from += atOnce) {
      await transaction(async () => {
        for (const item of items.slice(from, from + atOnce)) await write(item)
      })
      await letOthersRun()
    }
  }

  async function removeOne(noun: SearchNoun, nounId: string) {
    const [known] = await rows<{ row: number }>(
      sql`delete from search_documents where noun = ${noun} and noun_id = ${nounId} returning row`,
    )
    if (known) await rows(sql`delete from search_index where rowid = ${known.row}`)
  }

  async function putOne(document: SearchDocument) {
    const audience = document.audience.join(' ')
    const [stored] = await rows<{ row: number }>(sql`
      insert into search_documents (noun, noun_id, title, body, number, status, audience, path, at)
      values (${document.noun}, ${document.nounId}, ${document.title}, ${document.body}, ${document.number},
        ${document.status}, ${audience}, ${document.path}, ${document.at.getTime()})
      on conflict (noun, noun_id) do update set title = excluded.title, body = excluded.body, number = excluded.number,
        status = excluded.status, audience = excluded.audience,
        path = excluded.path, at = excluded.at
      returning row`)
    const row = (stored as { row: number }).row
    await rows(sql`delete from search_index where rowid = ${row}`)
    await rows(sql`
      insert into search_index (rowid, title, body, number, audience)
      values (${row}, ${indexTokens(document.title)}, ${indexTokens([document.body, ...document.otherNames].join(' '))},
        ${indexTokens(document.number ?? '')}, ${audience})`)
  }

  async function search(request: SearchRequest): Promise<SearchAnswer> {
    const words = searchWords(request.words)
    if (words.length === 0) return { hits: [], counts: {}, meant: null }
    const match = matchExpression(words, request.audience)
    const counted = await rows<{ noun: SearchNoun; hits: number }>(sql`
      select d.noun as noun, count(*) as hits from search_index i
      join search_documents d indexed by search_documents_noun on d.row = i.rowid
      where search_index match ${match} group by d.noun`)
    const counts = Object.fromEntries(counted.map(({ noun, hits }) => [noun, hits]))
    if (counted.length === 0) return { hits: [], counts, meant: await correct(words, request.audience) }
    const ofNoun = request.noun ? sql`join search_documents o on o.row = i.rowid and o.noun = ${request.noun}` : sql``
    // The best are found by number alone: with their texts beside them, those of every hit would be read and sorted.
    const hits = await rows<HitRow>(sql`
      select d.noun as noun, d.noun_id as nounId, d.title as title, d.body as body, d.number as number,
        d.status as status, d.path as path, d.at as at
      from (
        select i.rowid as row, bm25(search_index, ${weights}) as away from search_index i ${ofNoun}
        where search_index match ${match}
        order by away, i.rowid desc limit ${request.limit} offset ${request.offset}
      ) best join search_documents d on d.row = best.row
      order by best.away, best.row desc`)
    return { hits: hits.map((hit) => ({ ...hit, at: new Date(hit.at) })), counts, meant: null }
  }

  /** The nearest words that the index knows, for words it does not: at most two letters away. */
  async function correct(words: SearchWord[], audience: string[]): Promise<string | null> {
    const corrected: string[] = []
    for (const { form } of words) {
      if (form.length < shortestCorrected) {
        corrected.push(form)
        continue
      }
      const begun = beginnings(form).map((letter) => sql`term >= ${letter} and term < ${`${letter}\u{10ffff}`}`)
      const near = await rows<{ term: string }>(sql`
        select term from search_words where (${sql.join(begun, sql` or `)})
          and length(term) between ${form.length - 2} and ${form.length + 2} and doc > 1
        order by doc desc limit 3000`)
      const best = near
        .map(({ term }) => ({ term, away: editDistance(form, term) }))
        .filter(({ away }) => away <= (form.length > 5 ? 2 : 1))
        .sort((a, b) => a.away - b.away)[0]
      corrected.push(best?.term ?? form)
    }
    const meant = corrected.join(' ')
    if (meant === words.map(({ form }) => form).join(' ')) return null
    // What was meant must lead somewhere for this viewer, or the suggestion would tell of hidden things.
    const [some] = await rows<{ row: number }>(
      sql`select rowid as row from search_index where search_index match ${matchExpression(searchWords(meant), audience)} limit 1`,
    )
    return some ? meant : null
  }
}

const quoted = (token: string) => `"${token.replace(/"/g, '""')}"`

/** Every word must be there, as written, as its stem, or begun; and so must one token of the audience. */
function matchExpression(words: SearchWord[], audience: string[]): string {
  const wanted = words.map(({ form, stem, prefix }) => {
    const forms = [quoted(form) + (prefix && form.length > 1 ? '*' : '')]
    if (stem !== form) forms.push(quoted(stem))
    return `(${forms.join(' OR ')})`
  })
  return `({title body number} : (${wanted.join(' AND ')})) AND (audience : (${audience.map(quoted).join(' OR ')}))`
}
