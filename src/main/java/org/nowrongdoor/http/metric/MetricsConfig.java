package org.nowrongdoor.http.metric;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** Where metrics are told without a key. */
@ConfigMapping(prefix = "directory.metrics")
public interface MetricsConfig {

    /** A port of its own for {@code /q/metrics}, where no key is asked for; there is none unless it is set. */
    OptionalInt port();

    /** The address of that port. Reached from elsewhere only where an operator says so. */
    @WithDefault("127.0.0.1")
    String host();
}
