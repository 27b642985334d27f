package org.nowrongdoor.exchange.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.storage.ChangedEntity;

/** Files at random, stored row by row as the pipeline stores them, against what each would be when read whole. */
class RepeatedRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] TEXTS = {"a", "b", "c"};
    private final KnownTerms terms = new KnownTerms(List.of());

    /** A stored record, and how often it was written. */
    private static final class Stored {
        private ObjectNode body = JSON.createObjectNode();
        private int writes;
    }

    private CheckedRow row(long number, ChangedEntity entity, ObjectNode record) {
        var copy = record.deepCopy();
        var split = new RecordFlattener(terms);
        split.top(entity, copy);
        var byKey = new LinkedHashMap<CheckedRow.Key, PendingRow>();
        split.drafts().forEach(draft -> byKey.putIfAbsent(CheckedRow.Key.of(draft), draft));
        return new CheckedRow(
                Row.of(number, entity, copy),
                new Findings(),
                new ArrayList<>(byKey.values()),
                split.placesOfServices());
    }

    private record Sent(ChangedEntity entity, ObjectNode record) {}

    private RepeatedRecords find(List<Sent> file) {
        var finder = new RepeatedRecordFinder(terms, 100_000);
        each(file, finder::take);
        if (finder.beginSecondPass()) {
            each(file, finder::take);
        }
        return finder.found();
    }

    private void each(List<Sent> file, Consumer<CheckedRow> taker) {
        for (int i = 0; i < file.size(); i++) {
            taker.accept(row(i + 1, file.get(i).entity, file.get(i).record));
        }
    }

    private List<CheckedRow> store(List<Sent> file, RepeatedRecords repeated, Map<CheckedRow.Key, Stored> store) {
        var rows = new ArrayList<CheckedRow>();
        each(file, sent -> {
            var row = repeated.settle(sent, terms);
            rows.add(row);
            row.drafts().forEach(draft -> store(draft, store));
        });
        return rows;
    }

    private static void store(PendingRow draft, Map<CheckedRow.Key, Stored> store) {
        var stored = store.computeIfAbsent(CheckedRow.Key.of(draft), key -> new Stored());
        var body = draft.nested()
                ? stored.body.deepCopy().setAll(draft.body().deepCopy())
                : draft.body().deepCopy();
        if (!body.equals(stored.body)) {
            stored.body = (ObjectNode) body;
            stored.writes++;
        }
    }

    private static UUID id(int number) {
        return new UUID(4, number);
    }

    private static ObjectNode some(Random random, int id) {
        var record = JSON.createObjectNode().put("id", id(id).toString());
        for (var member : new String[] {"name", "description", "url"}) {
            if (random.nextInt(3) > 0) {
                record.put(member, TEXTS[random.nextInt(TEXTS.length)]);
            }
        }
        return record;
    }

    private static Sent some(Random random) {
        var organization = some(random, 100 + random.nextInt(3));
        var kind = random.nextInt(4);
        if (kind == 0) {
            return new Sent(ChangedEntity.ORGANIZATION, organization);
        }
        if (kind == 1) {
            return new Sent(ChangedEntity.LOCATION, some(random, 200 + random.nextInt(3)));
        }
        int number = random.nextInt(4);
        var service = some(random, number);
        // Which organisation a service is of does not change here.
        organization.put("id", id(100 + number % 3).toString());
        service.set("organization", organization);
        if (random.nextBoolean()) {
            var pair = service.putArray("service_at_locations").addObject();
            pair.set("location", some(random, 200 + random.nextInt(3)));
        }
        return new Sent(ChangedEntity.SERVICE, service);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 200})
    void everyRecordIsWrittenOnceAndNeverAgain(int rows) {
        for (int seed = 0; seed < 5_000 / rows; seed++) {
            var random = new Random(seed);
            var file = new ArrayList<Sent>();
            for (int i = 0; i < rows; i++) {
                file.add(some(random));
            }
            var repeated = find(file);
            var store = new HashMap<CheckedRow.Key, Stored>();
            store(file, repeated, store);
            var which = "seed " + seed;
            store.forEach((key, stored) -> assertEquals(1, stored.writes, () -> which + " " + key + file));
            store(file, find(file), store);
            store.forEach((key, stored) -> assertEquals(1, stored.writes, () -> which + " again " + key + file));
        }
    }

    @Test
    void whatIsToldTwiceAlikeIsLeftAsItIs() {
        var one = JSON.createObjectNode().put("id", id(1).toString()).put("name", "a");
        one.set(
                "organization",
                JSON.createObjectNode().put("id", id(100).toString()).put("name", "o"));
        var two = one.deepCopy().put("id", id(2).toString());
        var file = List.of(new Sent(ChangedEntity.SERVICE, one), new Sent(ChangedEntity.SERVICE, two));
        var rows = store(file, find(file), new HashMap<>());
        assertTrue(rows.stream().allMatch(row -> row.findings().all().isEmpty()));
    }

    @Test
    void bothRowsAreNamed() {
        var one = JSON.createObjectNode().put("id", id(1).toString()).put("name", "a");
        var other = one.deepCopy().put("name", "b");
        var between = JSON.createObjectNode().put("id", id(2).toString()).put("name", "c");
        var file = List.of(
                new Sent(ChangedEntity.SERVICE, one),
                new Sent(ChangedEntity.SERVICE, between),
                new Sent(ChangedEntity.SERVICE, other));
        var rows = store(file, find(file), new HashMap<>());
        assertTrue(rows.get(0).findings().all().get(0).remedy().startsWith("stands in row 3 as well"));
        assertTrue(rows.get(1).findings().all().isEmpty());
        assertTrue(rows.get(2).findings().all().get(0).remedy().startsWith("stands in row 1 as well"));
        assertTrue(rows.get(0).drafts().isEmpty());
    }

    @Test
    void aMillionRowsFitIntoTheFilter() {
        var filter = new BloomFilter(1L << 28);
        var random = new Random(7);
        int wrong = 0;
        for (int i = 0; i < 4_000_000; i++) {
            wrong += filter.add(random.nextLong()) ? 1 : 0;
        }
        assertTrue(wrong < 200, wrong + " of 4 million are taken for others");
    }
}
