import { describe, expect, it } from 'vitest'
import { readEnv } from './env.server'

const key = Buffer.alloc(32, 7).toString('base64')

describe('the settings', () => {
  it('have the defaults that the contract names', () => {
    const values = readEnv({ NODE_ENV: 'test' })
    expect(values).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: '.data',
      PUBLIC_URL: 'http://localhost:3000',
      TRUST_PROXY: 'off',
      OFFICE_TIMEZONE: 'Asia/Makassar',
      LOG_LEVEL: 'info',
    })
  })

  it('read keys newest first', () => {
    const { DATA_KEYS } = readEnv({ NODE_ENV: 'test', DATA_KEYS: `k2:${key}, k1:${key}` })
    expect(DATA_KEYS.map((one) => one.id)).toEqual(['k2', 'k1'])
    expect(DATA_KEYS[0]?.key).toHaveLength(32)
  })

  it.each([
    ['PORT', 'abc', 'PORT must be a port number from 0 to 65535'],
    ['PORT', '70000', 'PORT must be a port number from 0 to 65535'],
    [
      'DATABASE_URL',
      'mysql://x',
      'DATABASE_URL must be a PostgreSQL address such as postgres://user:password@host:5432/name',
    ],
    [
      'DATA_KEYS',
      'k1:short',
      'DATA_KEYS must be id:base64 pairs of 32 bytes, separated by commas, newest first',
    ],
    [
      'SESSION_SECRETS',
      'short',
      'SESSION_SECRETS must be secrets of at least 32 characters, separated by commas, newest first',
    ],
    ['PUBLIC_URL', 'ftp://x', 'PUBLIC_URL must be an http:// or https:// address'],
    [
      'TRUST_PROXY',
      'yes please',
      'TRUST_PROXY must be off, loopback, or addresses of proxies separated by commas',
    ],
    ['OFFICE_TIMEZONE', 'Mars/Base', 'OFFICE_TIMEZONE must be a time zone such as Asia/Makassar'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of error, warn, info, debug'],
    ['METRICS_TOKEN', 'x', 'METRICS_TOKEN must have at least 16 characters'],
  ])('stop the start at a wrong %s (%s) with one line', (name, value, line) => {
    expect(() => readEnv({ NODE_ENV: 'test', [name]: value })).toThrow(line)
  })

  it('name the secret that is missing when it is needed', () => {
    expect(() => readEnv({ NODE_ENV: 'test' }).DATA_KEYS).toThrow(/^DATA_KEYS must be set/)
  })
})
