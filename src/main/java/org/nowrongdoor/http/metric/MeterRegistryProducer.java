package org.nowrongdoor.http.metric;

import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the registry of all meters. The extension's own would come with a page that is open to all. */
// Quarkus 3.33 brings the registry over the older client of Prometheus.
@SuppressWarnings("deprecation")
@Singleton
public class MeterRegistryProducer {

    @Produces
    @Singleton
    PrometheusMeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }
}
