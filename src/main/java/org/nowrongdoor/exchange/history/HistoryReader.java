package org.nowrongdoor.exchange.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.correction.CorrectionRepository;
import org.nowrongdoor.exchange.correction.CreditView;
import org.nowrongdoor.exchange.history.HistoryView.Entry;
import org.nowrongdoor.exchange.history.HistoryView.FieldChange;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Reads what was changed of a record. */
@Singleton
class HistoryReader {

    private static final int MOST_FIELDS = 1_000;

    private final JdbcReader rows;
    private final CorrectionRepository corrections;
    private final ObjectMapper mapper;

    HistoryReader(JdbcReader rows, CorrectionRepository corrections, ObjectMapper mapper) {
        this.rows = rows;
        this.corrections = corrections;
        this.mapper = mapper;
    }

    private record Line(long ticket, Instant at, String op, FieldChange change) {}

    /** The history of a record after a place in it.
     *  @throws ProblemException NOT_FOUND when nothing is known of such a record */
    HistoryView get(ChangedEntity entity, UUID id, long after) {
        var lines = rows.list(
                SqlBuilder.of(
                        "select ticket, at, op, field, previous, replacement from history where entity = ? and id = ?"
                                + " and ticket > ? order by ticket limit ?",
                        entity.wire(),
                        id,
                        after,
                        MOST_FIELDS),
                row -> new Line(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        new FieldChange(row.getString(4), json(row.getString(5)), json(row.getString(6)))));
        if (lines.isEmpty() && after == 0) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "there is no " + entity.wire() + " with this id");
        }
        var next =
                lines.size() < MOST_FIELDS ? null : lines.get(MOST_FIELDS - 1).ticket();
        var credits = entity == ChangedEntity.SERVICE ? corrections.credits(id) : List.<CreditView>of();
        return new HistoryView(entries(lines), credits, next);
    }

    /** Fields that changed at the same moment are one change. */
    private static List<Entry> entries(List<Line> lines) {
        var entries = new ArrayList<Entry>();
        for (var line : lines) {
            var last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
            if (last == null || !last.at().equals(line.at()) || !last.op().equals(line.op())) {
                last = new Entry(line.at(), line.op(), new ArrayList<>());
                entries.add(last);
            }
            if (!line.change().field().isEmpty()) {
                last.changes().add(line.change());
            }
        }
        return entries;
    }

    private @Nullable JsonNode json(@Nullable String text) {
        try {
            return text == null ? null : mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored value is no JSON", e);
        }
    }
}
