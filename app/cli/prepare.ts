/** `samsyn prepare`: opening the database migrates it; a demonstration that is empty is filled. */
export async function prepare(): Promise<void> {
  const { connectSearch } = await import('../jobs/connect-search.server.ts')
  connectSearch()
  const { closeDatabase } = await import('../../db/client.ts')
  const { isDemonstration } = await import('../domain/people/demonstration.ts')
  const { isEmpty } = await import('../domain/organisations/organisation-queries.server.ts')
  if (isDemonstration() && (await isEmpty())) {
    process.stdout.write('Filling the demonstration …\n')
    const { tellStory } = await import('../../seeds/story.ts')
    await tellStory()
  }
  await closeDatabase()
}
