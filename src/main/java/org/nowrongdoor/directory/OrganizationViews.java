package org.nowrongdoor.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nowrongdoor.directory.query.OrganizationDetail;
import org.nowrongdoor.directory.query.OrganizationFilter;
import org.nowrongdoor.directory.query.WantedOrganizations;
import org.nowrongdoor.directory.store.OrganizationRow;
import org.nowrongdoor.directory.store.Organizations;
import org.nowrongdoor.directory.store.ServiceRow;
import org.nowrongdoor.directory.store.Services;
import org.nowrongdoor.http.record.DetailLevel;
import org.nowrongdoor.http.record.RecordList;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.storage.SqlBuilder;

/** Organisations as they are shown with the services that they provide. */
@Singleton
public class OrganizationViews {

    private final Organizations store;
    private final Services services;
    private final NestedOrganizations organizations;
    private final ServiceViews views;

    OrganizationViews(Organizations store, Services services, NestedOrganizations organizations, ServiceViews views) {
        this.store = store;
        this.services = services;
        this.organizations = organizations;
        this.views = views;
    }

    /** The organisation with this id as {@code GET} by id shows it when nothing else is asked for. */
    public Optional<RenderedRecord> find(UUID id) {
        return find(id, OrganizationDetail.ofOne());
    }

    /** The organisation with this id. */
    Optional<RenderedRecord> find(UUID id, OrganizationDetail shape) {
        return store.findRow(id).map(row -> show(List.of(row), shape).get(0));
    }

    /** The organisations that pass a filter. */
    RecordList listing(OrganizationFilter filter, OrganizationDetail shape) {
        return listing(filter.condition(), shape);
    }

    /** The organisations that are wanted, as {@code GET} by id shows them when nothing else is asked for. */
    public RecordList listing(WantedOrganizations wanted) {
        return listing(wanted.condition(), OrganizationDetail.ofOne());
    }

    private RecordList listing(SqlBuilder condition, OrganizationDetail shape) {
        return RecordList.of(() -> store.count(condition), slice -> show(store.list(condition, slice), shape));
    }

    /** One for each row, in that order. */
    List<RenderedRecord> show(List<OrganizationRow> rows, OrganizationDetail shape) {
        var shown = organizations.show(rows, shape.organization());
        if (shape.organization() != DetailLevel.FULL) {
            return shown;
        }
        var provided = provided(rows, shape);
        return shown.stream().map(organization -> with(organization, provided)).toList();
    }

    private static RenderedRecord with(RenderedRecord organization, Map<String, List<RenderedRecord>> provided) {
        var services = provided.getOrDefault(organization.body().path("id").textValue(), List.of());
        var shown = organization;
        if (!services.isEmpty()) {
            var list = shown.body().putArray("services");
            for (var service : services) {
                list.add(service.body());
                shown = shown.touched(service.lastModified());
            }
        }
        return shown;
    }

    private Map<String, List<RenderedRecord>> provided(List<OrganizationRow> rows, OrganizationDetail shape) {
        var ids = rows.stream().map(OrganizationRow::id).toList();
        var found = services.listOfOrganizations(ids, shape.kinds());
        var shown = views.showWithoutOrganization(found, shape.services());
        return IntStream.range(0, found.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> provider(found.get(i)).toString(), Collectors.mapping(shown::get, Collectors.toList())));
    }

    private static UUID provider(ServiceRow row) {
        return Objects.requireNonNull(row.organizationId());
    }
}
