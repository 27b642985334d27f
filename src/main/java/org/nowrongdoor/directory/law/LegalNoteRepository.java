package org.nowrongdoor.directory.law;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** The notes on laws: those that are packaged, with what editors have put or taken away since. */
@Singleton
public class LegalNoteRepository {

    // 5 s: what another node has edited is told as soon as that
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final EntityManager entities;
    private final JdbcReader rows;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final List<LegalNoteRecord> packaged;
    private volatile @Nullable Kept kept;

    private record Kept(List<LegalNoteRecord> notes, Instant at) {}

    private record Row(UUID id, @Nullable String body) {}

    LegalNoteRepository(EntityManager entities, JdbcReader rows, ObjectMapper mapper, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.mapper = mapper;
        this.clock = clock;
        packaged = packaged(mapper);
    }

    /** Every note, those of states before those of the nation. */
    public List<LegalNoteRecord> list() {
        var known = kept;
        var now = clock.instant();
        if (known == null || Duration.between(known.at, now).abs().compareTo(FRESH) > 0) {
            known = new Kept(read(), now);
            kept = known;
        }
        return known.notes;
    }

    Optional<LegalNoteRecord> find(UUID id) {
        return read().stream().filter(note -> note.id().equals(id)).findFirst();
    }

    /** Puts a note in the place of the one with its id, in the running transaction. */
    void put(LegalNoteRecord note) {
        try {
            write(note.id(), mapper.writeValueAsString(note));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note cannot be written", e);
        }
    }

    /** Takes a note away, also one that is packaged. */
    void remove(UUID id) {
        write(id, null);
    }

    /** Lets the next reader look into the store. */
    void forget() {
        kept = null;
    }

    private void write(UUID id, @Nullable String body) {
        entities.createNativeQuery("insert into legal_note (id, body, at) values (:id, cast(:body as jsonb), :at)"
                        + " on conflict (id) do update set body = excluded.body, at = excluded.at")
                .setParameter("id", id)
                .setParameter("body", body)
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    private List<LegalNoteRecord> read() {
        Map<UUID, LegalNoteRecord> notes = new LinkedHashMap<>();
        packaged.forEach(note -> notes.put(note.id(), note));
        for (var row : rows.list(
                SqlBuilder.of("select id, body::text from legal_note order by at"),
                each -> new Row(each.getObject(1, UUID.class), each.getString(2)))) {
            if (row.body == null) {
                notes.remove(row.id);
            } else {
                notes.put(row.id, stored(row.body));
            }
        }
        var inOrder = new ArrayList<>(notes.values());
        inOrder.sort(Comparator.comparing(LegalNoteRecord::state, Comparator.nullsLast(Comparator.naturalOrder())));
        return List.copyOf(inOrder);
    }

    private LegalNoteRecord stored(String body) {
        try {
            return mapper.readValue(body, LegalNoteRecord.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored note cannot be read", e);
        }
    }

    private static List<LegalNoteRecord> packaged(ObjectMapper mapper) {
        try (var in = LegalNoteRepository.class.getResourceAsStream("/seed-data/legal-context.json")) {
            var notes = new ArrayList<LegalNoteRecord>();
            mapper.readTree(Objects.requireNonNull(in)).forEach(note -> notes.add(packaged(note)));
            return notes;
        } catch (IOException e) {
            throw new IllegalStateException("seed-data/legal-context.json cannot be read", e);
        }
    }

    private static LegalNoteRecord packaged(JsonNode note) {
        var topics = new ArrayList<String>();
        note.required("topics").forEach(topic -> topics.add(topic.textValue()));
        var state = note.required("jurisdiction").textValue();
        return new LegalNoteRecord(
                UUID.fromString(note.required("id").textValue()),
                state.equals("US") ? null : state,
                topics,
                note.required("age_min").intValue(),
                note.required("age_max").isNull()
                        ? null
                        : note.required("age_max").intValue(),
                new LegalNoteRecord.Text(
                        note.required("text_en").textValue(),
                        note.required("text_es").textValue()),
                note.required("source").textValue(),
                note.path("source_url").textValue(),
                note.path("dated").textValue(),
                note.required("as_stated").textValue(),
                note.path("law_service_id").isTextual()
                        ? UUID.fromString(note.path("law_service_id").textValue())
                        : null);
    }
}
