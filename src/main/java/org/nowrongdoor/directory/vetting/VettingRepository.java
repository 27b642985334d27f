package org.nowrongdoor.directory.vetting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Reads what vetting files are made of, in the order in which it was said. */
@Singleton
class VettingRepository {

    private final JdbcReader rows;
    private final ObjectMapper mapper;

    VettingRepository(JdbcReader rows, ObjectMapper mapper) {
        this.rows = rows;
        this.mapper = mapper;
    }

    boolean isOrganization(UUID id) {
        return rows.number(SqlBuilder.of("select count(*) from organization where id = ?", id)) > 0;
    }

    List<VettingRow.Answer> answers(Collection<UUID> organizations) {
        return rows.list(
                SqlBuilder.of(
                        "select organization_id, question, vetter_id, value, as_stated, evidence::text,"
                                + " first_stated_on, stated_on from vetting_answer where organization_id = any(?)"
                                + " order by ticket",
                        organizations),
                row -> new VettingRow.Answer(
                        row.getObject(1, UUID.class),
                        VettingQuestion.get(row.getString(2)),
                        row.getObject(3, UUID.class),
                        AnswerCode.get(row.getString(4)),
                        row.getString(5),
                        evidence(row.getString(6)),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class)));
    }

    List<VettingRow.Concern> concerns(Collection<UUID> organizations) {
        return rows.list(
                SqlBuilder.of(
                        "select organization_id, id, code, says, evidence::text, filed_on, confirmed_on, reply,"
                                + " replied_on from vetting_concern where organization_id = any(?) order by ticket",
                        organizations),
                row -> new VettingRow.Concern(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        ConcernCode.get(row.getString(3)),
                        row.getString(4),
                        evidence(row.getString(5)),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class),
                        row.getString(8),
                        row.getObject(9, LocalDate.class)));
    }

    List<VettingRow.Review> reviews(Collection<UUID> organizations) {
        return rows.list(
                SqlBuilder.of(
                        "select c.organization_id, r.concern_id, r.vetter_id, r.decision, r.reviewed_on"
                                + " from vetting_review r join vetting_concern c on c.id = r.concern_id"
                                + " where c.organization_id = any(?) order by r.reviewed_on, r.vetter_id nulls first",
                        organizations),
                row -> new VettingRow.Review(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        ReviewCode.get(row.getString(4)),
                        row.getObject(5, LocalDate.class)));
    }

    private List<VettingEvidence> evidence(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored evidence cannot be read", e);
        }
    }
}
