import { createContext, useContext } from 'react'

const context = createContext<string | undefined>(undefined)

export const NonceProvider = context.Provider
/** The nonce of this response; undefined in the browser, which hides it from scripts. */
export const useNonce = () => useContext(context)
