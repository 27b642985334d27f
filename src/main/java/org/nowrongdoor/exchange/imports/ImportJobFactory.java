package org.nowrongdoor.exchange.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nowrongdoor.exchange.intake.IngestPipeline;

/** Lays out what every import works with. */
class ImportJobFactory {

    @Produces
    @Singleton
    ImportJob.Tools tools(IngestPipeline intake, ImportRunRepository runs, ObjectMapper mapper, ExchangeConfig config) {
        return new ImportJob.Tools(intake, runs, mapper, config);
    }
}
