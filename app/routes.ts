import { flatRoutes } from '@remix-run/fs-routes'
import { layout, type RouteConfig } from '@remix-run/route-config'

/** One file per address in app/routes, all of them inside the layout that catches errors. */
export default [layout('error-layout.tsx', await flatRoutes())] satisfies RouteConfig
