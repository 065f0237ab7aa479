import { lookup as resolve, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

import ipaddr from 'ipaddr.js';

/** A range of addresses: the network and how many bits of it count. */
export type AddressRange = ReturnType<typeof ipaddr.parseCIDR>;

const globalUnicast = ipaddr.IPv6.parse('2000::');

/** The host is, or resolves to, an address that no request may go to. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';

  constructor(host: string) {
    super(`${host} is not at a public address.`);
  }
}

/** Tells which addresses requests may go to. */
export interface AddressGuard {
  /** Whether a request may go to this address. */
  allows(address: string): boolean;
  /**
   * Resolves names for a connection, and fails with {@link AddressRefused} where any of the addresses is forbidden. What
   * it hands out is what is connected to, so that a name that changes between a check and its use gains nothing.
   */
  lookup: LookupFunction;
  /** @throws AddressRefused where the host of a URL is itself a forbidden address */
  checkLiteral(hostname: string): void;
}

/**
 * Makes a guard that lets requests out to public unicast addresses alone: none to this machine, its network, its
 * provider's metadata, nor to the forms in which IPv6 hides an IPv4 address. `allowed` names exceptions, for local use.
 */
export function createAddressGuard(
  allowed: readonly AddressRange[] = [],
  resolver: typeof resolve = resolve,
): AddressGuard {
  const allows = (address: string): boolean => {
    // An IPv4 address in IPv6 clothes is judged as what it is.
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    if (allowed.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits))) return true;
    if (parsed.range() !== 'unicast') return false;
    // Outside this nothing of IPv6 has been given out, whatever the library makes of it (RFC 4291, IANA).
    return parsed.kind() === 'ipv4' || parsed.match(globalUnicast, 3);
  };
  return {
    allows,
    checkLiteral: (hostname) => {
      const bare = hostname.replace(/^\[(.*)\]$/, '$1');
      if (ipaddr.isValid(bare) && !allows(bare)) throw new AddressRefused(hostname);
    },
    lookup: (hostname, options, callback) => {
      resolver(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
        if (error !== null) return callback(error, '');
        const [first] = found;
        if (first === undefined || !found.every(({ address }) => allows(address))) {
          return callback(new AddressRefused(hostname), '');
        }
        return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
      });
    },
  };
}
