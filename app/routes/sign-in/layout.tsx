import { Outlet } from '@remix-run/react'
import { enterStage } from '~/messages/stages.client'

export const loader = () => null
export const shouldRevalidate = () => false
export const clientLoader = () => enterStage('sign-in')

export default function Layout() {
  return <Outlet />
}
