package org.nowrongdoor.exchange.imports;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nowrongdoor.access.caller.MasterKey;
import org.nowrongdoor.access.caller.Sealing;
import org.nowrongdoor.exchange.intake.IngestPipeline;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.exchange.unchanged.UnchangedRowRepository;
import org.nowrongdoor.exchange.upload.ExchangeConfig;
import org.nowrongdoor.storage.WorkLimiter;

/** Lays out what every import works with. */
class ImportJobFactory {

    @Produces
    @Singleton
    Sealing sealing(MasterKey master) {
        return new Sealing(master.derive("imports"));
    }

    @Produces
    @Singleton
    ImportJob.Tools tools(
            IngestPipeline intake,
            ImportRunRepository runs,
            RecordReader records,
            UnchangedRowRepository unchanged,
            ExchangeConfig config,
            WorkLimiter processors) {
        return new ImportJob.Tools(intake, runs, records, unchanged, config, processors);
    }
}
