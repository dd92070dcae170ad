import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { ROOT } from '../launch/root'
import { startTestCluster } from '../test-cluster'

const SCHEMA = join(ROOT, 'prisma', 'schema.prisma')
/** PostgreSQL's `"char"`, which the adapter does not know and the engine reads as one character. */
const CHAR_OID = 18
const SQL_ONLY_TABLES = ['public.allowed_move']
const SQL_ONLY = ['This is an empty migration', 'DropIndex', 'DropForeignKey']

const TEXT_OID = 25
const charColumns = new WeakMap<object, number[]>()

/** Presents `"char"` columns as text and remembers which they were. */
class DescribingPool extends pg.Pool {
  override query = (async (...given: Parameters<pg.Pool['query']>) => {
    const result = (await super.query(...given)) as unknown as pg.QueryResult
    charColumns.set(
      result.rows,
      result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : [])),
    )
    for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID
    return result
  }) as unknown as pg.Pool['query']
}

async function connectDescribing(factory: PrismaPg): ReturnType<PrismaPg['connect']> {
  const adapter = await PrismaPg.prototype.connect.call(factory)
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(result.rows) ?? [])
      result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  return adapter
}

/** The SQL that leads from the migrated database to schema.prisma, without what only SQL can say; empty if none. */
export async function schemaDifference(): Promise<string> {
  const cluster = await startTestCluster('newest')
  const pool = new DescribingPool({ connectionString: cluster.url })
  pool.on('error', () => undefined)
  try {
    const engine = await startEngine(pool)
    const files = [{ path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }]
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: ROOT },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: SQL_ONLY_TABLES, externalEnums: [] },
    })
    return withoutSqlOnly(stdout ?? '')
  } finally {
    await pool.end()
    await cluster.stop()
  }
}

/** Foreign keys without a relation, and trigram indexes, stand in the migrations alone; the engine would drop them. */
function withoutSqlOnly(script: string): string {
  return script
    .split(/\n(?=-- )/)
    .filter((part) => !SQL_ONLY.some((title) => part.startsWith(`-- ${title}`)))
    .join('\n')
}

type Bindings = { __wbg_set_wasm(exports: WebAssembly.Exports): void; SchemaEngine: typeof SchemaEngine }

async function startEngine(pool: pg.Pool): Promise<SchemaEngine> {
  const require = createRequire(import.meta.url)
  const path = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '')
  const bindings = (await import(`${path}.js`)) as Bindings
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => process.stderr.write(text) },
  })
  const imports = { './schema_engine_bg.js': bindings } as unknown as WebAssembly.Imports
  const { instance } = await WebAssembly.instantiate(readFileSync(`${path}.wasm`), imports)
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
  const adapter = new PrismaPg(pool)
  adapter.connect = () => connectDescribing(adapter)
  const factory = bindMigrationAwareSqlAdapterFactory(adapter)
  return bindings.SchemaEngine.new(
    { datamodels: [[SCHEMA, readFileSync(SCHEMA, 'utf8')]] },
    () => undefined,
    factory,
  )
}
