package org.nowrongdoor.referral.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses belong to the whole internet and not to someone's house, ours least of all.
 *  @see "IANA special-purpose address registries (RFC 6890)" */
final class PublicAddress {

    /** The first bits of an address. */
    private static final class Block {

        private final byte[] start;
        private final int bits;

        private Block(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Block of(String text) {
            var parts = text.split("/", -1);
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(text + " is an address", e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((address[bit / 8] ^ start[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    // This network, private, shared, loopback, link-local (cloud metadata), protocol, documentation, 6to4 relay,
    // benchmarks, multicast, reserved and broadcast.
    private static final List<Block> NOT_PUBLIC_4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(Block::of)
            .toList();

    // Of IPv6 only global unicast is public. That leaves out loopback, IPv4-compatible, NAT64, ULA, link-local and
    // multicast.
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    // Protocol assignments with Teredo, documentation, and 6to4, which wraps any IPv4 address.
    private static final List<Block> NOT_PUBLIC_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Block::of)
            .toList();

    private PublicAddress() {}

    /** Whether anybody on the internet means the same machine by this address. */
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        // Java gives an IPv4 address for one that is mapped into IPv6.
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
        }
        return GLOBAL_UNICAST.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
    }
}
