import type { Locale } from '../i18n/format.ts'
import { nameIn } from '../i18n/name.ts'

export interface Authority {
  shortName: string
  /** In the language that was asked for. */
  name: string
  email: string
  organisationNumber: string
}

/** The coordinating authority is configuration: it may be merged or renamed without a change of the code. */
export function authority(locale: Locale, env: NodeJS.ProcessEnv = process.env): Authority {
  const name = env.SAMSYN_AUTHORITY_NAME
  return {
    shortName: env.SAMSYN_AUTHORITY_SHORT_NAME ?? 'Digg',
    name: nameIn(locale, {
      name: name ?? 'Myndigheten för digital förvaltning',
      // The English name of the built-in authority is not that of one whose name is configured.
      nameEn: env.SAMSYN_AUTHORITY_NAME_EN ?? name ?? 'Agency for Digital Government',
    }),
    email: env.SAMSYN_AUTHORITY_EMAIL ?? 'samsyn@digg.example',
    organisationNumber: env.SAMSYN_AUTHORITY_NUMBER ?? '202100-6883',
  }
}
