package org.nowrongdoor.http.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// Quarkus 3.33 brings the registry over the older client of Prometheus.
@SuppressWarnings("deprecation")
class MetricsFormatterTest {

    private static final String COUNT = "http_server_requests_seconds_count{method=\"POST\",uri=\"/referrals\",} ";
    private static final String SUM = "http_server_requests_seconds_sum{method=\"POST\",uri=\"/referrals\",} ";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MetricsFormatter formatter = new MetricsFormatter(registry);

    private static Timer referrals(MeterRegistry registry) {
        return Timer.builder("http.server.requests")
                .tags("method", "POST", "uri", "/referrals")
                .register(registry);
    }

    @Test
    void actsAreToldInStepsOfElevenAndTheirSumWithThem() {
        var timer = referrals(registry);
        var before = formatter.page();
        for (int i = 1; i <= 40; i++) {
            timer.record(Duration.ofMillis(100 + i));
            var page = formatter.page();
            var step = i / 11 * 11;
            if (step == 0) {
                assertEquals(before, page, "fewer than 11 are not even there");
            } else {
                assertTrue(page.contains(COUNT + step + ".0\n"), page);
            }
            assertEquals(i % 11 == 0, !page.equals(before), "only every eleventh changes the page: " + i);
            before = page;
        }
        assertTrue(before.contains(SUM), before);
        assertFalse(before.contains("requests_seconds_max{"), "the longest is that of one");
    }

    @Test
    void theMachineAndWhatWasGivenUpAreToldExactly() {
        Counter.builder("directory.webhook.dead.letters").register(registry).increment(3);
        Counter.builder("jvm.gc.example").register(registry).increment(2);
        Counter.builder("worker.pool.completed").register(registry).increment(12);
        Gauge.builder("http.server.active.requests", () -> 5).register(registry);
        var page = formatter.page();
        assertTrue(page.contains("directory_webhook_dead_letters_total 3.0\n"), page);
        assertTrue(page.contains("jvm_gc_example_total 2.0\n"), page);
        assertTrue(page.contains("worker_pool_completed_total 11.0\n"), page);
        assertTrue(page.contains("http_server_active_requests 5.0\n"), page);
    }
}
