package org.nowrongdoor.exchange.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nowrongdoor.exchange.intake.Intake;

/** Lays out what every import works with. */
class ImportTools {

    @Produces
    @Singleton
    ImportWork.Tools tools(Intake intake, ImportRuns runs, ObjectMapper mapper, ExchangeConfig config) {
        return new ImportWork.Tools(intake, runs, mapper, config);
    }
}
