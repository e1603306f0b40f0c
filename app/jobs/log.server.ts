import pino from 'pino'
import { withoutValues } from '../domain/jobs/job.ts'

/** Structured log lines on standard output. Nothing personal goes into them: ids, not names. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  serializers: { error: (error: Error) => pino.stdSerializers.err(withoutValues(error)) },
})
