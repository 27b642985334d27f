package org.nowrongdoor.http.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.inject.Singleton;
import org.nowrongdoor.http.server.StandardMethods;

/** Keeps out of the labels what callers choose, and whom we call. */
@Singleton
public class MeterLabelFilter implements MeterFilter {

    private static final String METHOD = "method";

    /** Meters of clients name the host that is called: a subscriber's, or an issuer's. */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().startsWith("http.client") ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        var method = id.getTag(METHOD);
        var isRaw = id.getName().startsWith("http.server") && method != null && !StandardMethods.NAMES.contains(method);
        return isRaw ? id.withTag(Tag.of(METHOD, StandardMethods.OTHER)) : id;
    }
}
