import { build } from './launch/build'

await build()
