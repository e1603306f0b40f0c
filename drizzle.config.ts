import { defineConfig } from 'drizzle-kit'

const postgres = process.env.DB_DIALECT === 'postgres'

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  out: postgres ? './migrations/postgres' : './migrations/sqlite',
})
