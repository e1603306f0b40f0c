import { chooseEmbeddings } from '../domain/problems/embedding-server.server.ts'
import { askForVectors } from '../domain/problems/vector-making.server.ts'
import { embeddingServer, embeddingSettings } from '../integrations/embeddings.server.ts'
import { log } from './log.server.ts'

/** Uses the configured embedding server, if there is one, and asks for the vectors that are missing. */
export function connectEmbeddings(env: NodeJS.ProcessEnv = process.env): void {
  const settings = embeddingSettings(env)
  chooseEmbeddings(settings && embeddingServer(settings))
  askForVectors().catch((error) => log.error({ error }, 'could not ask for vectors'))
}
