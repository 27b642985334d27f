package org.nowrongdoor.exchange.check;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Telephone numbers that no edit and no import may publish any more. */
@Path("/retired-numbers")
@Produces(MediaType.APPLICATION_JSON)
public class RetiredNumberResource {

    private static final int LEAST_DIGITS = 3;
    private static final int MOST_DIGITS = 15;

    private static final int LAST_YEAR = 9999;

    private final RetiredNumberRepository numbers;
    private final AuditLog audit;

    public RetiredNumberResource(RetiredNumberRepository numbers, AuditLog audit) {
        this.numbers = numbers;
        this.audit = audit;
    }

    /** Why a number is retired.
     *  @param reason what a caller would meet there; told to those who try to publish the number */
    public record Retirement(
            @Nullable String reason,
            @Nullable String source,
            @Nullable LocalDate retiredOn,
            @Nullable String note) {}

    /** Every retired number. */
    public record RetiredNumberList(List<RetiredNumber> retiredNumbers) {}

    @Operation(operationId = "listRetiredNumbers", summary = "List telephone numbers that may not be published")
    @GET
    @Transactional
    public RetiredNumberList list() {
        return new RetiredNumberList(numbers.list());
    }

    @Operation(operationId = "getRetiredNumber", summary = "One telephone number that may not be published")
    @GET
    @Path("{number}")
    @Transactional
    public RetiredNumber get(@PathParam("number") String number) {
        return numbers.find(number).orElseThrow(RetiredNumberResource::absent);
    }

    @Operation(operationId = "putRetiredNumber", summary = "Retire a telephone number")
    @PUT
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response put(@PathParam("number") String number, @NotNull Retirement why) {
        var digits = PhoneKey.digits(number).length();
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
            throw ProblemException.of(
                    ProblemKind.INVALID_PARAMETER,
                    "number must have " + LEAST_DIGITS + " to " + MOST_DIGITS + " digits, such as +16125550100");
        }
        if (why.reason() == null || why.reason().isBlank()) {
            var detail = "reason is required: say what a caller would meet, such as \"the line closed on 2018-06-30\"";
            throw ProblemException.of(ProblemKind.UNPROCESSABLE, detail, List.of(new Fault("/reason", detail)));
        }
        if (why.retiredOn() != null
                && (why.retiredOn().getYear() < 1 || why.retiredOn().getYear() > LAST_YEAR)) {
            var detail = "retired_on must lie in a year from 1 to " + LAST_YEAR + ", was " + why.retiredOn();
            throw ProblemException.of(ProblemKind.UNPROCESSABLE, detail, List.of(new Fault("/retired_on", detail)));
        }
        var known = numbers.find(number).isPresent();
        var retired = new RetiredNumber(number, why.reason(), why.source(), why.retiredOn(), why.note());
        numbers.put(retired);
        audit.record("retire", "retired-number", PhoneKey.digits(number));
        return (known ? Response.ok() : Response.status(Response.Status.CREATED))
                .entity(retired)
                .build();
    }

    @Operation(operationId = "deleteRetiredNumber", summary = "Let a telephone number be published again")
    @DELETE
    @Path("{number}")
    @Transactional
    public Response delete(@PathParam("number") String number) {
        if (!numbers.giveBack(number)) {
            throw absent();
        }
        audit.record("give-back", "retired-number", PhoneKey.digits(number));
        return Response.noContent().build();
    }

    private static ProblemException absent() {
        return ProblemException.of(ProblemKind.NOT_FOUND, "this number is not retired");
    }
}
