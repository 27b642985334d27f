package org.nowrongdoor.search.engine;

import jakarta.ws.rs.core.Response;
import org.hibernate.search.util.common.SearchTimeoutException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.problem.ProblemMappers;

/** Turns a query that the engine stopped in time into the problem that a passed deadline is. */
public class SearchTimeoutMapper {

    @ServerExceptionMapper
    public Response timeout(SearchTimeoutException e) {
        return ProblemMappers.answer(Deadline.exceeded().problem());
    }
}
