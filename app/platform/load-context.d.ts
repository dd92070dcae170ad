import '@remix-run/server-runtime'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }

  interface AppLoadContext {
    /** Of this response's content security policy. */
    nonce: string
    /** Names this request in the log and on the error page. */
    reference: string
    remoteAddress?: string
  }
}
