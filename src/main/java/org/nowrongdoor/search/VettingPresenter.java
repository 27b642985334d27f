package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.directory.vetting.VettingReader;
import org.nowrongdoor.directory.vetting.VettingSummary;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.Plan;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.SearchRequest;

/** Adds vetting files to answers that are ready, for those who ask: no file can change which services are found, or their
 *  order. */
@Singleton
class VettingPresenter {

    private final VettingReader files;

    VettingPresenter(VettingReader files) {
        this.files = files;
    }

    SearchPage told(SearchPage page, SearchRequest request) {
        if (!request.wantsVetting()) {
            return page;
        }
        var found = files(page.hits().stream().map(Hit::service), request);
        return page.with(with(page.hits(), found));
    }

    Plan told(Plan plan, SearchRequest request) {
        if (!request.wantsVetting()) {
            return plan;
        }
        var found = files(
                Stream.concat(
                        plan.needs().stream()
                                .flatMap(part -> part.hits().stream())
                                .map(Hit::service),
                        plan.together().stream().map(Plan.Together::service)),
                request);
        return plan.with(
                plan.needs().stream()
                        .map(part -> part.with(with(part.hits(), found)))
                        .toList(),
                plan.together().stream()
                        .map(both -> both.with(with(both.service(), found)))
                        .toList());
    }

    private Map<UUID, VettingSummary> files(Stream<HitService> services, SearchRequest request) {
        var organizations = services.map(HitService::organization)
                .filter(Objects::nonNull)
                .map(HitService.OrganizationName::id)
                .collect(Collectors.toSet());
        return files.summaries(organizations, Objects.requireNonNullElse(request.lang(), "en"));
    }

    private static List<Hit> with(List<Hit> hits, Map<UUID, VettingSummary> found) {
        return hits.stream().map(hit -> hit.with(with(hit.service(), found))).toList();
    }

    private static HitService with(HitService service, Map<UUID, VettingSummary> found) {
        var owner = service.organization();
        var file = owner == null ? null : found.get(owner.id());
        return file == null ? service : service.with(file);
    }
}
