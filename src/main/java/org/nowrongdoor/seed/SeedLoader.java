package org.nowrongdoor.seed;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.check.RetiredNumber;
import org.nowrongdoor.exchange.imports.ImportTotals;
import org.nowrongdoor.exchange.imports.SeedImport;
import org.nowrongdoor.storage.PackagedFiles;

/** Fills an empty directory with the packaged records, once. */
@Singleton
public class SeedLoader {

    private static final Logger LOG = Logger.getLogger(SeedLoader.class);
    private static final String FOLDER = "seed-data";
    // After the words and the gazetteer, which the records name.
    private static final int LATE = 5_000;
    // Some seconds on two processors; the usual minute is too short for a machine that does other things.
    private static final int MOST_SECONDS = 1_200;

    private final SeedImport loading;
    private final SeedConfig config;

    SeedLoader(SeedImport loading, SeedConfig config) {
        this.loading = loading;
        this.config = config;
    }

    void atStart(@Observes @Priority(LATE) StartupEvent event) {
        try (var file = new PackagedFiles(FOLDER).open("retired-numbers.csv")) {
            loading.retire(retired(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (config.onStart()) {
            fill();
        }
    }

    /** Loads the records, all or none, when there is nothing yet. */
    void fill() {
        QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).run(() -> {
            if (loading.claimEmpty()) {
                var begin = System.nanoTime();
                var totals = new ArrayList<ImportTotals>();
                var files = new PackagedFiles(FOLDER + "/services");
                for (var name : files.checksums().keySet()) {
                    totals.add(load(files, name));
                }
                LOG.infof(
                        "seed data: %d records loaded, %d refused, in %d ms",
                        totals.stream().mapToLong(ImportTotals::added).sum(),
                        totals.stream().mapToLong(ImportTotals::refused).sum(),
                        (System.nanoTime() - begin) / 1_000_000);
            }
        });
    }

    private ImportTotals load(PackagedFiles files, String name) {
        try (var file = files.open(name)) {
            return loading.load(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RetiredNumber> retired(InputStream file) throws IOException {
        var numbers = new ArrayList<RetiredNumber>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var row : rows) {
                var day = orNull(row.getField("retired_on"));
                numbers.add(new RetiredNumber(
                        row.getField("number"),
                        row.getField("reason"),
                        orNull(row.getField("source")),
                        day == null ? null : LocalDate.parse(day),
                        orNull(row.getField("note"))));
            }
        }
        return numbers;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
