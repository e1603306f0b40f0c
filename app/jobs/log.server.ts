import pino from 'pino'

/** Structured log lines on standard output. Nothing personal goes into them: ids, not names. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  serializers: { error: pino.stdSerializers.err },
})
