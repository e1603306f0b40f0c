import pino from 'pino'

/** Structured log lines on standard output. Nothing personal goes into them: ids, not names. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  serializers: { error: (error: Error) => pino.stdSerializers.err(withoutValues(error)) },
})

/** A failed query names the values it was given, which are what people wrote: what the database said is enough. */
function withoutValues(error: Error): Error {
  return error.message?.startsWith('Failed query') && error.cause instanceof Error ? error.cause : error
}
