package org.nowrongdoor.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** A server with a port for its operator, receivers of webhooks on this machine, and uploads that are short and small, so
 *  that nothing has to be waited for. One profile for all that can go together: each costs a build of the application. */
public final class SmallServer implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of(
                    "directory.metrics.port", String.valueOf(free.getLocalPort()),
                    "directory.referral.webhook-allow", "127.0.0.1, friend.example",
                    "directory.exchange.upload-seconds", "2",
                    "directory.exchange.max-upload", "1M",
                    "directory.exchange.held-uploads", "2M",
                    "quarkus.http.limits.max-body-size", "1G");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
