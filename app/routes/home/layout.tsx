import { Outlet } from '@remix-run/react'
import { stageTexts } from '~/messages/stages'

export const loader = () => null
export const shouldRevalidate = () => false
export const clientLoader = stageTexts('home')

export default function Layout() {
  return <Outlet />
}
