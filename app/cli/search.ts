/** `samsyn search rebuild`: reads everything into the search engine anew. */
export async function search([command]: string[]): Promise<void> {
  if (command !== 'rebuild') {
    process.stderr.write('Usage: samsyn search rebuild\n')
    process.exitCode = 2
    return
  }
  const { connectSearch } = await import('../jobs/connect-search.server.ts')
  const { indexEverything } = await import('../domain/search/documents.server.ts')
  const { closeDatabase } = await import('../../db/client.ts')
  const { searchEngine } = await import('../domain/search/search-engine.server.ts')
  connectSearch()
  await searchEngine().clear()
  await indexEverything((done) => process.stderr.write(`\r${done}`))
  process.stderr.write('\n')
  await closeDatabase()
}
