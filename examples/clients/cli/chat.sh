#!/usr/bin/env bash
# A chat client with the AWS CLI: prints one line of JSON, the result of a call or how it failed.
#     chat.sh story                     creates a channel, adds a member, sends and lists
#     chat.sh send CHANNEL_ARN
#     chat.sh join CHANNEL_ARN USER_ARN
#     chat.sh batch CHANNEL_ARN USER_ARN
# The address and the keys come from the environment: AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING, AWS_ACCESS_KEY_ID and so on.
# CHAT_USER is the ARN of the user that calls.
set -uo pipefail
export AWS_PAGER=
app_instance=${CHAT_USER%%/user/*}
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT

# Calls an operation as the user and prints what --query selects. An error ends the program.
call() {
  local output status
  output=$(aws chime-sdk-messaging "$@" --chime-bearer "$CHAT_USER" --output json 2>"$errors")
  status=$?
  if ((status)); then
    failed "$status"
  fi
  echo "$output"
}

# What to do about an error code. Without a code, there was no response that could be read: the message may be stored.
meaning() {
  case $1 in
    ExpiredTokenException | IncompleteSignatureException | InvalidSignatureException) echo credentials ;;
    MissingAuthenticationTokenException | RequestExpired | UnrecognizedClientException) echo credentials ;;
    ThrottledClientException | ThrottlingException | Service* | 5??) echo later ;;
    UnauthorizedClientException | ForbiddenException | AccessDeniedException | OptInRequired) echo denied ;;
    "") echo unknown ;;
    *) echo invalid ;;
  esac
}

# Prints how the command failed. An error of the service is "An error occurred (CODE) when calling …"; the CLI prints no HTTP
# status, and its exit code is 254 in version 2, 255 in version 1.
failed() {
  local code
  code=$(sed -n 's/^.*An error occurred (\([A-Za-z0-9]*\)) when calling.*/\1/p' "$errors" | head -1)
  printf '{"class": "exit %d", "code": %s, "status": null, "meaning": "%s"}\n' \
    "$1" "$([[ $code ]] && echo "\"$code\"" || echo null)" "$(meaning "$code")"
  exit 1
}

send() {
  call send-channel-message --channel-arn "$1" --content hello --type STANDARD --persistence PERSISTENT --query MessageId
}

join() {
  call create-channel-membership --channel-arn "$1" --member-arn "$2" --type DEFAULT --query Member.Arn
}

batch() {
  call batch-create-channel-membership --channel-arn "$1" --member-arns "$2" --query 'Errors[].ErrorCode'
}

story() {
  local channel
  channel=$(call create-channel --app-instance-arn "$app_instance" --name story --query ChannelArn) || { echo "$channel"; exit 1; }
  channel=${channel//\"/}
  join "$channel" "$app_instance/user/bob" >/dev/null
  send "$channel" >/dev/null
  call list-channel-messages --channel-arn "$channel" --query 'ChannelMessages[].Content'
}

if result=$("$@"); then
  echo "{\"result\": ${result//$'\n'/}}"
else
  echo "$result"
fi
