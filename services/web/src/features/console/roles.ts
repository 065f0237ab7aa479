/** Whether somebody may do what is for coordinators: they, and whoever looks after the platform. */
export function isCoordinator({ staff }: { staff?: { roles: readonly string[] } | undefined }): boolean {
  return staff?.roles.some((role) => role === 'coordinator' || role === 'admin') === true;
}
