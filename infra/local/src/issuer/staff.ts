/** A member of the demo staff. There is no password: anyone on this machine may sign in as any of them. */
export interface DemoStaff {
  /** The subject of their tokens. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly ('technician' | 'coordinator' | 'admin')[];
  /** What they are at the ateneu, for the sign-in page. */
  readonly post: { readonly ca: string; readonly es: string };
}

/** Everyone who can sign in locally. */
export const demoStaff: readonly DemoStaff[] = [
  {
    id: 'tania',
    name: 'Tània Soler',
    email: 'tania.soler@ateneu.example',
    roles: ['technician'],
    post: { ca: 'tècnica', es: 'técnica' },
  },
  {
    id: 'carme',
    name: 'Carme Ribas',
    email: 'carme.ribas@ateneu.example',
    roles: ['coordinator'],
    post: { ca: 'coordinadora', es: 'coordinadora' },
  },
  {
    id: 'adam',
    name: 'Adam Pujol',
    email: 'adam.pujol@ateneu.example',
    roles: ['admin'],
    post: { ca: 'administrador', es: 'administrador' },
  },
];

/** The one with this id. */
export function findStaff(id: string): DemoStaff | undefined {
  return demoStaff.find((person) => person.id === id);
}
