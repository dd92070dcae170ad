import type { TestProject } from 'vitest/node'
import { startTestCluster } from '../../scripts/test-cluster'

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster(process.env.POSTGRES === 'oldest' ? 'oldest' : 'newest')
  project.provide('clusterUrl', cluster.url)
  return () => cluster.stop()
}
