#!/usr/bin/env bash
# Credentials from STS at the fake, with the AWS CLI: a profile that assumes a role, and one for the token of an identity
# provider.
#     sts.sh TOKEN_FILE
# The address comes from AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING, the keys from the environment.
set -euo pipefail
# The CLI keeps sessions in ~/.aws/cli/cache, where it would find those of a fake that has ended.
HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
export HOME AWS_PAGER= AWS_CONFIG_FILE=$HOME/config
account=$(aws sts get-caller-identity --query Account --output text)
cat >"$AWS_CONFIG_FILE" <<CONFIG
[profile backend]
role_arn = arn:aws:iam::$account:role/chat-backend
role_session_name = web
credential_source = Environment

[profile pod]
role_arn = arn:aws:iam::$account:role/pod
role_session_name = web
web_identity_token_file = $1
CONFIG

whoami() {
  aws chime-sdk-messaging list-channels --profile "$1" --app-instance-arn "${CHAT_USER%%/user/*}" --chime-bearer "$CHAT_USER" >/dev/null
  aws sts get-caller-identity --profile "$1" --query Arn --output json
}

backend=$(whoami backend)
pod=$(unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN && whoami pod)
echo "{\"result\": [$backend, $pod]}"
