export interface Authority {
  shortName: string
  name: string
  email: string
  organisationNumber: string
}

/** The coordinating authority is configuration: it may be merged or renamed without a change of the code. */
export function authority(env: NodeJS.ProcessEnv = process.env): Authority {
  return {
    shortName: env.SAMSYN_AUTHORITY_SHORT_NAME ?? 'Digg',
    name: env.SAMSYN_AUTHORITY_NAME ?? 'Myndigheten för digital förvaltning',
    email: env.SAMSYN_AUTHORITY_EMAIL ?? 'samsyn@digg.example',
    organisationNumber: env.SAMSYN_AUTHORITY_NUMBER ?? '202100-6883',
  }
}
