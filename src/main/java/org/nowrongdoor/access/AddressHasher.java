package org.nowrongdoor.access;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.nowrongdoor.access.caller.MasterKey;

/** Addresses of callers, told apart for a day and never known: hashed with a salt that is nowhere but in memory. */
@Singleton
public class AddressHasher {

    // Anyone who has an IPv6 address has 2^64 of them: the network counts.
    private static final int NETWORK_BYTES = 8;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final byte[] salt = new byte[32];
    private LocalDate saltedOn = LocalDate.MIN;

    public AddressHasher(Clock clock) {
        this.clock = clock;
    }

    /** What stands for an address today. */
    synchronized String of(String address) {
        var today = LocalDate.now(clock);
        if (!saltedOn.equals(today)) {
            random.nextBytes(salt);
            saltedOn = today;
        }
        return HexFormat.of().formatHex(MasterKey.hmac(salt, network(address)), 0, 16);
    }

    private static byte[] network(String address) {
        try {
            // Only ever a numeric address: no name is looked up.
            var bytes = address.indexOf(':') >= 0
                    ? InetAddress.getAllByName(address)[0].getAddress()
                    : address.getBytes(StandardCharsets.UTF_8);
            return bytes.length == 16 ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
        } catch (UnknownHostException e) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
