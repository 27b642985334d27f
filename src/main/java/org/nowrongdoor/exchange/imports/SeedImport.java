package org.nowrongdoor.exchange.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.exchange.check.RetiredNumber;
import org.nowrongdoor.exchange.check.RetiredNumberRepository;
import org.nowrongdoor.exchange.intake.FirstReading;
import org.nowrongdoor.exchange.intake.IngestPipeline;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.storage.AdvisoryLock;

/** Loads records that come with the program, the same way as an import, in the caller's transaction. */
@Singleton
public class SeedImport {

    private static final Logger LOG = Logger.getLogger(SeedImport.class);

    private final EntityManager entities;
    private final IngestPipeline intake;
    private final RetiredNumberRepository retired;
    private final RecordReader records;

    SeedImport(EntityManager entities, IngestPipeline intake, RetiredNumberRepository retired, RecordReader records) {
        this.entities = entities;
        this.intake = intake;
        this.retired = retired;
        this.records = records;
    }

    /** Whether nothing has ever been put into the directory; of several nodes that ask at once only one is told so. */
    @Transactional
    public boolean claimEmpty() {
        AdvisoryLock.SEED.lockInTransaction(entities);
        return entities.createNativeQuery(
                        "select 1 where exists (select from organization) or exists (select from service)"
                                + " or exists (select from history)")
                .getResultList()
                .isEmpty();
    }

    /** Retires numbers that no one has decided about yet. */
    @Transactional
    public void retire(List<RetiredNumber> numbers) {
        numbers.forEach(retired::putIfUnknown);
    }

    /** Loads the services of a JSON file.
     *  @return the totals; a refused row is logged and holds up no other */
    @Transactional
    public ImportTotals load(String name, InputStream file) throws IOException {
        var rows = new ArrayList<Row>();
        try (var reader = new JsonReader(file, records)) {
            for (var row = reader.next(); row != null; row = reader.next()) {
                rows.add(unchecked(row));
            }
        }
        var totals = ImportTotals.NONE;
        for (var outcome : intake.take(intake.begin(null, Reach.ACROSS, FirstReading.NONE), rows)) {
            totals = totals.and(outcome);
            var faults = outcome.findings().faults();
            if (!faults.isEmpty()) {
                LOG.warnf(
                        "%s, record %d is left out for %d faults, such as: %s",
                        name, outcome.row(), faults.size(), faults.get(0).detail());
            }
        }
        return totals;
    }

    /** No one has checked what comes with the program, whatever a file says. */
    private static Row unchecked(Row row) {
        var record = row.record();
        if (record != null) {
            record.remove("assured_date");
            record.path("facts").forEach(fact -> {
                if (fact instanceof ObjectNode stated) {
                    stated.remove("verified_on");
                }
            });
        }
        return row;
    }
}
