package org.nowrongdoor.directory.partner;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.directory.record.OrganizationRecord.Partner;
import org.nowrongdoor.http.parameter.JsonTrees;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Finds who works with whom. */
@Singleton
public class PartnerFinder {

    private static final int MOST_NAMED_BY = 100;

    // Of each entry: who says it, of whom, and whether that one answers.
    private static final String ENTRY =
            "%s, entry || jsonb_build_object('confirmed'," + " partner_confirmed(o.id, entry, p.body -> 'partners'))";
    private static final String OF_PARTNERS = "select " + ENTRY.formatted("p.id, p.name")
            + " from organization o cross join jsonb_array_elements(o.body -> 'partners') with ordinality as e (entry, place)"
            + " join organization p on p.id = (entry ->> 'organization_id')::uuid where o.id = ? order by place";
    private static final String NAMING = " from organization o"
            + " cross join jsonb_array_elements(o.body -> 'partners') with ordinality as e (entry, place)"
            + " join organization p on p.id::text = entry ->> 'organization_id'"
            + " where o.body -> 'partners' @> jsonb_build_array(jsonb_build_object('organization_id', ?::text))"
            + " and p.id = ?";

    private final JdbcReader rows;
    private final JsonTrees trees;

    PartnerFinder(JdbcReader rows, JsonTrees trees) {
        this.rows = rows;
        this.trees = trees;
    }

    /** The partners of an organisation; empty where there is no such organisation. */
    Optional<PartnerList> find(UUID organization) {
        if (rows.number(SqlBuilder.of("select count(*) from organization where id = ?", organization)) == 0) {
            return Optional.empty();
        }
        var naming = SqlBuilder.of("select count(*)" + NAMING, organization.toString(), organization);
        var names = SqlBuilder.of(
                "select " + ENTRY.formatted("o.id, o.name") + NAMING + " order by o.name, o.id, place limit ?",
                organization.toString(),
                organization,
                MOST_NAMED_BY);
        return Optional.of(new PartnerList(
                rows.list(SqlBuilder.of(OF_PARTNERS, organization), this::view),
                rows.list(names, this::view),
                rows.number(naming)));
    }

    private PartnerView view(ResultSet row) throws SQLException {
        var stated = trees.record(trees.read(row.getString(3)), Partner.class);
        return new PartnerView(
                new PartnerView.Named(row.getObject(1, UUID.class), row.getString(2)),
                stated.relation(),
                stated.purpose(),
                stated.limits(),
                stated.since(),
                stated.asStated(),
                stated.sourceUrl(),
                stated.statedOn(),
                Boolean.TRUE.equals(stated.confirmed()));
    }
}
